/** Annotations of objects: the structures and value lists. */
import {
  element,
  flatList,
  integer,
  oneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
  timestamp,
} from '../schema/index.js'
import { ChecksumAlgorithm, ReplicationStatus } from './shared.js'

const annotationEntryMembers = () => ({
  /** Name of the annotation, unique within the object version, from 1 to 512 bytes. */
  AnnotationName: required(element(string)),
  /** When the annotation was last written, in UTC. */
  LastModified: required(element(timestamp)),
  /** Entity tag of the annotation itself, distinct from that of the object. */
  ETag: element(string),
  /** Algorithms of the checksums stored with the annotation. */
  ChecksumAlgorithm: element(flatList(oneOf<ChecksumAlgorithm>(ChecksumAlgorithm))),
  /** Length of the payload in bytes, from 1 to 1,048,576. */
  Size: required(element(integer)),
  /**
   * How far replication of the annotation has come; `REPLICA` marks a copy, and success reads `COMPLETE` or `COMPLETED`.
   */
  ReplicationStatus: element(oneOf<ReplicationStatus>(ReplicationStatus)),
})
/** One annotation of an object, without its payload. */
export interface AnnotationEntry
  extends RequiredOf<typeof annotationEntryMembers>, OptionalOf<typeof annotationEntryMembers> {}
export const AnnotationEntry: Structure<AnnotationEntry> = { kind: 'structure', members: annotationEntryMembers }
