/** The partitions of AWS: which regions belong together and under which domain (boto3 semantics 2.6). */

/** A partition of AWS. */
export interface Partition {
  readonly name: string
  /** The domain of its hosts. */
  readonly suffix: string
}

const aws: Partition = { name: 'aws', suffix: 'amazonaws.com' }

// Partition, domain, and what its regions start with; a partition's global pseudo region is `<name>-global`.
const others: readonly (readonly [name: string, suffix: string, prefix: string])[] = [
  ['aws-cn', 'amazonaws.com.cn', 'cn-'],
  ['aws-us-gov', 'amazonaws.com', 'us-gov-'],
  ['aws-eusc', 'amazonaws.eu', 'eusc-de-'],
  ['aws-iso', 'c2s.ic.gov', 'us-iso-'],
  ['aws-iso-b', 'sc2s.sgov.gov', 'us-isob-'],
  ['aws-iso-e', 'cloud.adc-e.uk', 'eu-isoe-'],
  ['aws-iso-f', 'csp.hci.ic.gov', 'us-isof-'],
]

/** The partition of a region; regions that nobody knows are taken for ordinary ones. */
export function partitionOf(region: string): Partition {
  for (const [name, suffix, prefix] of others) {
    if (region === `${name}-global` || (region.startsWith(prefix) && /^\w+-\d+$/.test(region.slice(prefix.length)))) {
      return { name, suffix }
    }
  }
  return aws
}

/** Whether a host belongs to Amazon. */
export function isAwsHost(hostname: string): boolean {
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
  return name.endsWith('.amazonaws.com') || others.some(([, suffix]) => name.endsWith(`.${suffix}`))
}
