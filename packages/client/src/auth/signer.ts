import type { Credentials } from '../credentials/types.js'
import type { HttpRequest } from '../http/types.js'
import { UNSIGNED, type SignatureVersion } from '../settings.js'
import { signPlain } from './plain.js'
import { signV2, type SigV2Context } from './sigv2.js'
import { signV4, type SigV4Context } from './sigv4.js'

/** What any of the signers may need. */
export interface SigningContext extends SigV4Context, SigV2Context {}

/** Signs a request: pure and synchronous; the given request stays as it is. */
export type Signer = (request: HttpRequest, credentials: Credentials, context: SigningContext) => HttpRequest

const signers: Readonly<Record<Exclude<SignatureVersion, typeof UNSIGNED>, Signer>> = {
  s3v4: signV4,
  s3: signV2,
  'aws-plain': signPlain,
}

/** The signer of a signature version (boto3 semantics 4.1); `undefined`: requests go out as they are. */
export function signerOf(version: SignatureVersion): Signer | undefined {
  return version === UNSIGNED ? undefined : signers[version]
}
