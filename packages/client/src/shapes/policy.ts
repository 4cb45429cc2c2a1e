/** Bucket policies: the structures and value lists. */
import { boolean, element, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'

const policyStatusMembers = () => ({
  /** True if the policy grants public access, false if it does not. */
  IsPublic: element(boolean),
})
/** Result of evaluating a bucket policy for public access. */
export interface PolicyStatus extends RequiredOf<typeof policyStatusMembers>, OptionalOf<typeof policyStatusMembers> {}
export const PolicyStatus: Structure<PolicyStatus> = { kind: 'structure', members: policyStatusMembers }
