import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A certificate authority of its own and one server certificate signed by it. */
export interface Certificates {
  /** The authority's certificate: what a client must trust. */
  caFile: string
  /** The same as PEM text. */
  ca: string
  /** The server's certificate followed by the authority's. */
  chainFile: string
  /** The server's private key. */
  keyFile: string
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/**
 * Makes a certificate authority and a server certificate with openssl.
 * @param directory - An existing directory; the files stay there.
 * @param names - What the server certificate is valid for, as openssl writes it: `DNS:localhost`, `IP:127.0.0.1`.
 */
export async function makeCertificates(directory: string, names: readonly string[]): Promise<Certificates> {
  const caFile = join(directory, 'ca.crt')
  const caKeyFile = join(directory, 'ca.key')
  const chainFile = join(directory, 'chain.crt')
  const keyFile = join(directory, 'gw.key')
  const requestFile = join(directory, 'gw.csr')
  const certificateFile = join(directory, 'gw.crt')
  const extensionsFile = join(directory, 'gw.ext')

  await Promise.all([
    run('openssl', [
      ...[
        'req',
        '-x509',
        ...newKey,
        '-keyout',
        caKeyFile,
        '-out',
        caFile,
        '-days',
        '30',
        '-subj',
        '/CN=tucuxi test CA',
      ],
      ...['-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    ]),
    run('openssl', ['req', ...newKey, '-keyout', keyFile, '-out', requestFile, '-subj', '/CN=tucuxi test server']),
    writeFile(
      extensionsFile,
      `subjectAltName=${names.join(',')}\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n`,
    ),
  ])
  await run('openssl', [
    ...['x509', '-req', '-in', requestFile, '-CA', caFile, '-CAkey', caKeyFile, '-CAcreateserial'],
    ...['-days', '30', '-out', certificateFile, '-extfile', extensionsFile],
  ])
  const ca = await readFile(caFile, 'utf8')
  await writeFile(chainFile, (await readFile(certificateFile, 'utf8')) + ca)
  return { caFile, ca, chainFile, keyFile }
}
