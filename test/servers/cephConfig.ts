/** What the configuration file of a cluster is made from. */
export interface CephLayout {
  directory: string
  fsid: string
  monPort: number
  relaxedNames: boolean
  /** One entry a gateway, the first for `client.rgw.1`. */
  gateways: readonly GatewayLayout[]
}

/** What one gateway listens on. */
export interface GatewayLayout {
  /** Addresses with ports, IPv6 in brackets: `127.0.0.1:8000`. */
  plain: readonly string[]
  /** The same for TLS; empty when the gateway has none. */
  tls: readonly string[]
  /** The certificate chain and its key; needed when `tls` is not empty. */
  chainFile?: string | undefined
  keyFile?: string | undefined
  /** Whether the gateway understands session tokens. */
  sts: boolean
}

function gatewaySection(gateway: GatewayLayout, index: number): string {
  const frontend = [
    'beast',
    ...gateway.plain.map((address) => `endpoint=${address}`),
    // Without this every GET waits 40 ms.
    'tcp_nodelay=1',
    ...gateway.tls.map((address) => `ssl_endpoint=${address}`),
  ]
  if (gateway.tls.length > 0) {
    frontend.push(`ssl_certificate=${gateway.chainFile}`, `ssl_private_key=${gateway.keyFile}`)
  }
  return [
    `[client.rgw.${index + 1}]`,
    `rgw frontends = ${frontend.join(' ')}`,
    // Lifecycle workers that wait for each other's lock do so for 5 s, deaf to TERM: one worker in the cluster is enough.
    index === 0 ? 'rgw lc max worker = 1' : 'rgw enable lc threads = false',
    ...(gateway.sts ? ['rgw s3 auth use sts = true'] : []),
  ].join('\n')
}

/** `ceph.conf` of a small cluster in memory: one monitor, one OSD, and the gateways. */
export function cephConfig(layout: CephLayout): string {
  const { directory: d, fsid, monPort, relaxedNames, gateways } = layout
  return `[global]
fsid = ${fsid}
mon host = v2:127.0.0.1:${monPort}/0
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
ms bind ipv6 = false
ms bind msgr1 = false
ms bind retry delay = 1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
auth allow insecure global id reclaim = false
keyring = ${d}/keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
mon max pg per osd = 2000
mon data avail warn = 1
mon data avail crit = 0
# The default of 1 s is most of the time a cluster takes to start.
paxos propose interval = 0.05
paxos min wait = 0.01
osd objectstore = memstore
memstore device bytes = 8589934592
# With the next one and without the gateways' cache, a dead gateway does not hold up the others' metadata writes for 30 s.
osd client watch timeout = 3
log file = ${d}/log/$name.log
mon cluster log file = ${d}/log/cluster.log
admin socket = ${d}/run/$name.asok
pid file = ${d}/run/$name.pid
run dir = ${d}/run
crash dir = ${d}/log
[mon.a]
mon data = ${d}/mon
mon initial members = a
[osd.0]
osd data = ${d}/osd0
[client.admin]
# Several commands run at once under this name.
admin socket =
[client]
rgw cache enabled = false
rgw crypt require ssl = false
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = testkey-1=YmluCmJvb3N0CmJvb3N0LWJ1aWxkCmNlcGguY29uZgo= testkey-2=aWIKTWFrZWZpbGUKbWFuCm91dApzcmMKVGVzdGluZwo=
rgw dns name = s3.localhost
rgw enable static website = true
rgw dns s3website name = website.localhost
rgw enable apis = s3, s3website, admin, sts, iam
rgw sts key = abcdefghijklmnop
# A "day" of lifecycle rules lasts 10 s.
rgw lc debug interval = 10
rgw lifecycle work time = 00:00-23:59
rgw override bucket index max shards = 1
rgw thread pool size = 64
rgw gc obj min wait = 5
rgw gc processor period = 10
rgw relaxed s3 bucket names = ${relaxedNames}
${gateways.map(gatewaySection).join('\n')}
`
}
