/** Queries inside an object: the operations. */
import {
  always,
  atLeast,
  body,
  element,
  eventStream,
  header,
  label,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  required,
  type RequiredInput,
  type RequiredOf,
  string,
} from '../schema/index.js'
import { sseCustomerHeaders } from '../shapes/groups.js'
import { RequestProgress, ScanRange, SelectObjectContentEventStream } from '../shapes/select.js'
import { ExpressionType, InputSerialization, OutputSerialization } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const selectObjectContentRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  ...sseCustomerHeaders(),
  /** Query to run, such as `SELECT s.name FROM S3Object s`; at most 256 KB. */
  Expression: required(element(string)),
  /** Language of `Expression`; must be `SQL`. */
  ExpressionType: required(element(oneOf<ExpressionType>(ExpressionType))),
  /** Whether to receive `Progress` events while the query runs. */
  RequestProgress: element(RequestProgress),
  /** Format of the object to query. */
  InputSerialization: required(element(InputSerialization)),
  /** Format of the records returned. */
  OutputSerialization: required(element(OutputSerialization)),
  /** Byte range to query; records that start in it are read in full, even past its end. */
  ScanRange: element(ScanRange),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `selectObjectContent`. */
export interface SelectObjectContentRequest
  extends RequiredInput<typeof selectObjectContentRequest>, OptionalInput<typeof selectObjectContentRequest> {}

const selectObjectContentOutput = () => ({
  /** Stream of result events; the result is complete only once the `End` event arrives. */
  Payload: always(body(eventStream(SelectObjectContentEventStream))),
})
/** What `selectObjectContent` returns. */
export interface SelectObjectContentOutput
  extends Result, RequiredOf<typeof selectObjectContentOutput>, OptionalOf<typeof selectObjectContentOutput> {}

/** Runs an SQL query over one CSV, JSON or Parquet object and streams the result; closed to new AWS customers. */
export const selectObjectContent: Operation<SelectObjectContentRequest, SelectObjectContentOutput> = {
  name: 'SelectObjectContent',
  method: 'POST',
  uri: '/{Bucket}/{Key+}?select&select-type=2',
  root: 'SelectObjectContentRequest',
  input: selectObjectContentRequest,
  output: selectObjectContentOutput,
}
