/** Queries inside an object: the structures and value lists. */
import {
  blob,
  boolean,
  element,
  event,
  integer,
  type OptionalOf,
  type RequiredOf,
  type Structure,
} from '../schema/index.js'

const continuationEventMembers = () => ({})
/** Empty keep-alive event that holds the connection open while no data is ready. */
export interface ContinuationEvent
  extends RequiredOf<typeof continuationEventMembers>, OptionalOf<typeof continuationEventMembers> {}
export const ContinuationEvent: Structure<ContinuationEvent> = { kind: 'structure', members: continuationEventMembers }

const endEventMembers = () => ({})
/** Empty event that confirms the whole result was sent. */
export interface EndEvent extends RequiredOf<typeof endEventMembers>, OptionalOf<typeof endEventMembers> {}
export const EndEvent: Structure<EndEvent> = { kind: 'structure', members: endEventMembers }

const progressMembers = () => ({
  /** Bytes read from the object so far, before decompression. */
  BytesScanned: element(integer),
  /** Bytes evaluated so far, after decompression. */
  BytesProcessed: element(integer),
  /** Bytes of record data sent to the caller so far. */
  BytesReturned: element(integer),
})
/** Byte counts of a query that is still running. */
export interface Progress extends RequiredOf<typeof progressMembers>, OptionalOf<typeof progressMembers> {}
export const Progress: Structure<Progress> = { kind: 'structure', members: progressMembers }

const progressEventMembers = () => ({
  /** Byte counts up to this moment. */
  Details: event(Progress),
})
/** Interim statistics of a running query. */
export interface ProgressEvent
  extends RequiredOf<typeof progressEventMembers>, OptionalOf<typeof progressEventMembers> {}
export const ProgressEvent: Structure<ProgressEvent> = { kind: 'structure', members: progressEventMembers }

const recordsEventMembers = () => ({
  /** Result bytes in the output format; a record may be split across chunks, so join before parsing. */
  Payload: event(blob),
})
/** A chunk of result data from the query. */
export interface RecordsEvent extends RequiredOf<typeof recordsEventMembers>, OptionalOf<typeof recordsEventMembers> {}
export const RecordsEvent: Structure<RecordsEvent> = { kind: 'structure', members: recordsEventMembers }

const requestProgressMembers = () => ({
  /** If true, `Progress` events arrive periodically; default false. */
  Enabled: element(boolean),
})
/** Progress reporting of a query. */
export interface RequestProgress
  extends RequiredOf<typeof requestProgressMembers>, OptionalOf<typeof requestProgressMembers> {}
export const RequestProgress: Structure<RequestProgress> = { kind: 'structure', members: requestProgressMembers }

const scanRangeMembers = () => ({
  /** Offset of the first byte, from 0; given alone, the scan runs to the end of the object. */
  Start: element(integer),
  /** Offset of the last byte; given without `Start`, it means the last so many bytes of the object. */
  End: element(integer),
})
/** Byte range of the object to query; at least one bound is given. */
export interface ScanRange extends RequiredOf<typeof scanRangeMembers>, OptionalOf<typeof scanRangeMembers> {}
export const ScanRange: Structure<ScanRange> = { kind: 'structure', members: scanRangeMembers }

const selectObjectContentEventStreamMembers = () => ({
  /** A chunk of result data. */
  Records: element(RecordsEvent),
  /** Final byte counts, sent once near the end of the stream. */
  Stats: element(StatsEvent),
  /** Byte counts so far; sent only if `RequestProgress` is enabled. */
  Progress: element(ProgressEvent),
  /** Keep-alive without content, sent while no data is ready; can be ignored. */
  Cont: element(ContinuationEvent),
  /** Marks the complete end of the result; a stream without it is truncated. */
  End: element(EndEvent),
})
/** One event of a query result stream; exactly one member is set. */
export interface SelectObjectContentEventStream
  extends
    RequiredOf<typeof selectObjectContentEventStreamMembers>,
    OptionalOf<typeof selectObjectContentEventStreamMembers> {}
export const SelectObjectContentEventStream: Structure<SelectObjectContentEventStream> = {
  kind: 'structure',
  members: selectObjectContentEventStreamMembers,
}

const statsMembers = () => ({
  /** Bytes read from the object, before decompression. */
  BytesScanned: element(integer),
  /** Bytes evaluated by the query, after decompression. */
  BytesProcessed: element(integer),
  /** Bytes of record data sent to the caller. */
  BytesReturned: element(integer),
})
/** Byte counts of a finished query. */
export interface Stats extends RequiredOf<typeof statsMembers>, OptionalOf<typeof statsMembers> {}
export const Stats: Structure<Stats> = { kind: 'structure', members: statsMembers }

const statsEventMembers = () => ({
  /** Byte counts of the finished query. */
  Details: event(Stats),
})
/** Final statistics of the query. */
export interface StatsEvent extends RequiredOf<typeof statsEventMembers>, OptionalOf<typeof statsEventMembers> {}
export const StatsEvent: Structure<StatsEvent> = { kind: 'structure', members: statsEventMembers }
