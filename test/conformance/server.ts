/** The server that the conformance suite runs against, and everything in which it differs from Amazon S3. */
import type { CephConnection } from '../servers/ceph.js'
import { describeCeph } from '../servers/describeCeph.js'
import type { S3Operations } from 'tucuxi'

/** A user with one access key. */
export interface User {
  /** The canonical user id, as a grant names it. */
  id: string
  displayName: string
  accessKeyId: string
  secretAccessKey: string
}

/** An answer that refuses; without `code` only the status is promised. */
export interface Refusal {
  statusCode: number
  code?: string
}

/**
 * What a server makes of an operation that it does not implement: it answers an error, or it ignores the sub-resource and
 * runs the plain operation, which may overwrite or delete data. Calls of the second kind are never sent to it.
 */
export type Missing = Refusal | 'ignored'

/** In what the server differs from Amazon S3. */
export interface Traits {
  /** `GetBucketLocation` of a bucket that was made without a location; `null` is us-east-1. */
  location: string | null
  /** The operations that it does not implement as the API has them; all others work. */
  missing: Partial<Record<keyof S3Operations, Missing>>
  /** It verifies, keeps and returns `x-amz-checksum-*`. */
  keepsChecksums: boolean
  /** `CompleteMultipartUpload` tells the new object's ETag. */
  completeTellsETag: boolean
  /** An ACL without the owner takes the owner's own right to list, read and write, but never the right to change the ACL. */
  aclBindsOwner: boolean
  /** Where a listing is encoded, its `Prefix` is too. */
  encodesPrefix: boolean
  /** `ListMultipartUploads` with a delimiter lists the common prefixes. */
  groupsUploads: boolean
  /** `GetObject` of a delete marker by its version id. */
  deleteMarkerStatus: number
  /** `DeleteObjects` with more than 1000 keys. */
  tooManyKeys: Refusal
  /** `SelectObjectContent` answers with the selected records, not only with a well-formed stream of events. */
  selects: boolean
  /** `GetBucketReplication` of a bucket without replication; `undefined` when it answers an empty configuration. */
  noReplication: Refusal | undefined
  /** `PutObject` with `IfMatch` naming the object's present ETag. */
  putIfMatchWorks: boolean
  /** The checks `CopySourceIf…` are made. */
  copyConditions: boolean
}

/** The server under test. */
export interface Server {
  endpointUrl: string
  /** Every address under which the server answers over plain http. */
  endpointUrls: readonly string[]
  /** The same server over TLS with an authority of its own. */
  tls: { endpointUrl: string; caFile: string }
  /** Two users who own nothing in common. */
  alice: User
  bob: User
  traits: Traits
}

const ignored = 'ignored'

/** Ceph RGW 16.2. */
const ceph16: Traits = {
  location: 'default',
  missing: {
    createBucketMetadataConfiguration: { statusCode: 501 },
    createBucketMetadataTableConfiguration: { statusCode: 501 },
    createSession: ignored,
    deleteBucketAnalyticsConfiguration: ignored,
    deleteBucketEncryption: ignored,
    deleteBucketIntelligentTieringConfiguration: ignored,
    deleteBucketInventoryConfiguration: ignored,
    deleteBucketMetadataConfiguration: ignored,
    deleteBucketMetadataTableConfiguration: ignored,
    deleteBucketMetricsConfiguration: ignored,
    deleteBucketOwnershipControls: ignored,
    deleteObjectAnnotation: ignored,
    getBucketAbac: ignored,
    getBucketAccelerateConfiguration: ignored,
    getBucketAnalyticsConfiguration: ignored,
    getBucketEncryption: ignored,
    getBucketIntelligentTieringConfiguration: ignored,
    getBucketInventoryConfiguration: ignored,
    getBucketMetadataConfiguration: ignored,
    getBucketMetadataTableConfiguration: ignored,
    getBucketMetricsConfiguration: ignored,
    getBucketOwnershipControls: ignored,
    getObjectAnnotation: ignored,
    getObjectAttributes: ignored,
    getObjectTorrent: { statusCode: 400 },
    listBucketAnalyticsConfigurations: ignored,
    listBucketIntelligentTieringConfigurations: ignored,
    listBucketInventoryConfigurations: ignored,
    listBucketMetricsConfigurations: ignored,
    listDirectoryBuckets: ignored,
    listObjectAnnotations: ignored,
    putBucketAbac: ignored,
    putBucketAccelerateConfiguration: ignored,
    putBucketAnalyticsConfiguration: ignored,
    putBucketEncryption: ignored,
    putBucketIntelligentTieringConfiguration: ignored,
    putBucketInventoryConfiguration: ignored,
    putBucketLogging: { statusCode: 405, code: 'MethodNotAllowed' },
    putBucketMetricsConfiguration: ignored,
    // There is no topic that it could notify.
    putBucketNotification: { statusCode: 400 },
    putBucketNotificationConfiguration: { statusCode: 400 },
    putBucketOwnershipControls: ignored,
    putBucketReplication: { statusCode: 405, code: 'MethodNotAllowed' },
    putObjectAnnotation: ignored,
    renameObject: ignored,
    restoreObject: { statusCode: 501 },
    updateBucketMetadataAnnotationTableConfiguration: ignored,
    updateBucketMetadataInventoryTableConfiguration: ignored,
    updateBucketMetadataJournalTableConfiguration: ignored,
    updateObjectEncryption: ignored,
    // It is sent to a host below the endpoint's, which belongs to an object lambda and not to the store.
    writeGetObjectResponse: ignored,
  },
  keepsChecksums: false,
  completeTellsETag: false,
  aclBindsOwner: true,
  encodesPrefix: false,
  groupsUploads: false,
  deleteMarkerStatus: 404,
  tooManyKeys: { statusCode: 400, code: '400' },
  selects: false,
  noReplication: undefined,
  putIfMatchWorks: false,
  copyConditions: false,
}

/** A suite that runs against the server under test. */
export function describeServer(name: string, tests: (server: Server) => void): void {
  describeCeph(name, (ceph: CephConnection) =>
    tests({
      endpointUrl: ceph.endpointUrl,
      endpointUrls: [...ceph.endpointUrls, ...(ceph.ipv6EndpointUrl === undefined ? [] : [ceph.ipv6EndpointUrl])],
      tls: { endpointUrl: ceph.tlsEndpointUrl, caFile: ceph.caFile },
      alice: ceph.users.alice,
      bob: ceph.users.bob,
      traits: ceph16,
    }),
  )
}
