import type { Credentials } from '../credentials/types.js'
import type { HttpRequest } from '../http/types.js'
import type { Crypto } from '../platform.js'
import { UNSIGNED, type SignatureVersion } from '../settings.js'
import { signPlain } from './plain.js'
import type * as SigV2 from './sigv2.js'
import { signV4, type SigV4Context } from './sigv4.js'

/** What any of the signers may need. */
export interface SigningContext extends SigV4Context, Omit<SigV2.SigV2Context, 'resourcePath'> {
  /** Where the request goes, for the signature `s3`. */
  resource(): SigV2.ResourceFacts
}

/** Signs a request: pure and synchronous; the given request stays as it is. */
export type Signer = (request: HttpRequest, credentials: Credentials, context: SigningContext) => HttpRequest

/**
 * The signer of a signature version (boto3 semantics 4.1); `undefined`: requests go out as they are. A promise only while
 * the older signature, which few clients use, and its hash are loaded.
 */
export function signerOf(version: SignatureVersion, crypto: Crypto): Signer | undefined | Promise<Signer> {
  switch (version) {
    case UNSIGNED:
      return undefined
    case 's3v4':
      return signV4
    case 'aws-plain':
      return signPlain
    case 's3':
      return olderSigner(crypto)
  }
}

let older: typeof SigV2 | undefined

function olderSigner(crypto: Crypto): Signer | Promise<Signer> {
  const loading = crypto.load?.('sha1')
  if (older !== undefined && loading === undefined) return signerOfModule(older)
  return Promise.all([import('./sigv2.js'), loading]).then(([module]) => signerOfModule((older = module)))
}

function signerOfModule({ resourcePath, signV2 }: typeof SigV2): Signer {
  return (request, credentials, context) =>
    signV2(request, credentials, { ...context, resourcePath: resourcePath(context.resource()) })
}
