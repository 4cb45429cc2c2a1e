/** What a client knows after construction: every option resolved, checked and in one place. */
import type { TransportOptions } from './http/types.js'

/** No signature at all: requests are anonymous (boto3's `botocore.UNSIGNED`). */
export const UNSIGNED: unique symbol = Symbol.for('tucuxi.UNSIGNED')

/** The signatures that this client can make; `aws-plain` sends the secret in the place of the signature. */
export type SignatureVersion = 's3v4' | 's3' | 'aws-plain' | typeof UNSIGNED

/** How failed attempts are repeated (boto3 semantics 7). */
export type RetryMode = 'legacy' | 'standard' | 'adaptive'

/** A custom endpoint, taken apart. */
export interface CustomEndpoint {
  /** As the user gave it, without a fragment. */
  readonly url: string
  readonly protocol: 'http:' | 'https:'
  /** `Host` header: lower case, IPv6 in brackets, without a default port. */
  readonly host: string
  /** Host name alone, lower case, IPv6 in brackets. */
  readonly hostname: string
  /** Port to connect to; empty for the default one. */
  readonly port: string
  /** Path as given, such as `/s3p`; empty when there is none. */
  readonly path: string
  /** The host is an IPv4 or IPv6 literal. */
  readonly isIp: boolean
}

/** Resolved settings of a client; times in seconds. */
export interface Settings {
  /** Region for signing and for AWS hosts; `us-east-1` when none was given. */
  readonly regionName: string
  /** Whether the caller chose a region. */
  readonly regionGiven: boolean
  readonly useSsl: boolean
  readonly endpoint: CustomEndpoint | undefined
  readonly signatureVersion: SignatureVersion
  readonly s3: {
    readonly addressingStyle: 'auto' | 'virtual' | 'path' | undefined
    readonly payloadSigningEnabled: boolean | undefined
    readonly useAccelerateEndpoint: boolean
    readonly useDualstackEndpoint: boolean
    readonly usEast1RegionalEndpoint: 'legacy' | 'regional'
    readonly useArnRegion: boolean
    readonly s3DisableMultiregionAccessPoints: boolean
  }
  readonly useFipsEndpoint: boolean
  readonly retries: {
    readonly mode: RetryMode
    /** All attempts, the first included. */
    readonly totalMaxAttempts: number
    /** The delays and costs of boto3's opt-in of 2026. */
    readonly v2026: boolean
  }
  readonly requestChecksumCalculation: 'when_supported' | 'when_required'
  readonly responseChecksumValidation: 'when_supported' | 'when_required'
  /** Where checksums of streaming uploads travel (D-42). */
  readonly checksumPlacement: 'auto' | 'header' | 'trailer'
  /** `strict` gives boto3's exact wire form. */
  readonly compat: 'auto' | 'strict'
  readonly parameterValidation: boolean
  /** `false` lets names such as Ceph's `tenant:bucket` pass. */
  readonly validateBucketNames: boolean
  readonly injectHostPrefix: boolean
  /** `auto` fills in `LocationConstraint` on AWS hosts (D-11). */
  readonly createBucketLocation: 'auto' | undefined
  /** `false` drops the `amz-sdk-*` headers. */
  readonly sendSdkHeaders: boolean
  /** The most bytes of a body of unknown length, or that cannot be read twice, held in memory (D-07). */
  readonly nonSeekableBufferLimit: number
  /** Time for one call, all attempts together; `undefined`: no limit. */
  readonly requestTimeout: number | undefined
  readonly userAgent: string | undefined
  readonly userAgentExtra: string | undefined
  readonly userAgentAppid: string | undefined
  readonly transport: TransportOptions
  /** What was accepted but should be written otherwise. */
  readonly warnings: readonly string[]
}
