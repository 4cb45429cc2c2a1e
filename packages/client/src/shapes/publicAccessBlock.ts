/** Public access block: the structures and value lists. */
import { boolean, element, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'

const publicAccessBlockConfigurationMembers = () => ({
  /** Rejects requests that set a public ACL or write an object with one; existing ACLs keep working. */
  BlockPublicAcls: element(boolean),
  /** Disregards every public ACL on the bucket and its objects, without changing or refusing the ACLs. */
  IgnorePublicAcls: element(boolean),
  /** Rejects `PutBucketPolicy` calls whose policy is public; a policy already in place is unaffected. */
  BlockPublicPolicy: element(boolean),
  /** Limits a bucket with a public policy to AWS services and authorized users of the owner's account. */
  RestrictPublicBuckets: element(boolean),
})
/** Four switches against public access; for each, the stricter of bucket and account setting applies. */
export interface PublicAccessBlockConfiguration
  extends
    RequiredOf<typeof publicAccessBlockConfigurationMembers>,
    OptionalOf<typeof publicAccessBlockConfigurationMembers> {}
export const PublicAccessBlockConfiguration: Structure<PublicAccessBlockConfiguration> = {
  kind: 'structure',
  members: publicAccessBlockConfigurationMembers,
}
