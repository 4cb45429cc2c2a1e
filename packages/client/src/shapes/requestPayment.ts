/** Who pays for requests: the structures and value lists. */
import {
  element,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  type Structure,
} from '../schema/index.js'

/** Who pays for requests and downloads: `Requester` or `BucketOwner`. */
export const Payer = ['Requester', 'BucketOwner'] as const
export type Payer = OneOf<typeof Payer>

const requestPaymentConfigurationMembers = () => ({
  /** With `Requester`, callers must accept the charge by sending `RequestPayer`. */
  Payer: required(element(oneOf<Payer>(Payer))),
})
/** Choice of who pays for requests to the bucket. */
export interface RequestPaymentConfiguration
  extends
    RequiredOf<typeof requestPaymentConfigurationMembers>,
    OptionalOf<typeof requestPaymentConfigurationMembers> {}
export const RequestPaymentConfiguration: Structure<RequestPaymentConfiguration> = {
  kind: 'structure',
  members: requestPaymentConfigurationMembers,
}
