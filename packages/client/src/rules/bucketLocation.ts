/**
 * The oldest region, us-east-1, has no name in the answer of GetBucketLocation: the element is empty, which reads `null`.
 * So does an answer without a body (boto3 semantics 5.5, D-19).
 */
export function emptyLocationIsNull(output: Record<string, unknown>): void {
  const region = output['LocationConstraint']
  if (typeof region !== 'string' || region.trim() === '') output['LocationConstraint'] = null
}
