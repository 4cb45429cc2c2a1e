// Loads a client library, creates a client and tells as JSON what that loaded and read:
// node observedImport.mjs import @tucuxi/client
import fs from 'node:fs'
import { createRequire, register, syncBuiltinESMExports } from 'node:module'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'

const observer = `
  let port
  export function initialize(data) { port = data }
  export function load(url, context, next) { port.postMessage(url); return next(url, context) }
`
const { port1, port2 } = new MessageChannel()
register(`data:text/javascript,${encodeURIComponent(observer)}`, { data: port2, transferList: [port2] })

const touched = new Set()

/** Notes what modules touch themselves; what Node touches in order to load them does not count. */
function note(what) {
  // The stack: Error, this function, the trap, and whoever touched it.
  const caller = new Error().stack.split('\n')[3] ?? ''
  if (!caller.includes('node:') && !caller.includes(import.meta.url)) touched.add(`${what} ${caller.trim()}`)
}

process.env = new Proxy(process.env, {
  get(env, name) {
    note(`process.env.${String(name)}`)
    return env[name]
  },
  has(env, name) {
    note(`process.env.${String(name)}`)
    return name in env
  },
  ownKeys(env) {
    note('process.env')
    return Reflect.ownKeys(env)
  },
})

for (const functions of [fs, fs.promises]) {
  for (const name of Object.keys(functions)) {
    const original = functions[name]
    // Classes stay what they are: subclasses and instanceof need them.
    if (typeof original !== 'function' || /^[A-Z]/.test(name)) continue
    functions[name] = function (...args) {
      note(`fs.${name}`)
      return original.apply(this, args)
    }
    Object.assign(functions[name], original)
  }
}
syncBuiltinESMExports()

const require = createRequire(import.meta.url)
const [, , how, library] = process.argv
const { S3Client, version } = how === 'require' ? require(library) : await import(library)
new S3Client({ endpointUrl: 'http://127.0.0.1:1', awsAccessKeyId: 'a', awsSecretAccessKey: 'b' })

const loaded = new Set(Object.keys(require.cache))
for (let message; (message = receiveMessageOnPort(port1));) loaded.add(message.message)
port1.close()
console.log(JSON.stringify({ version, loaded: [...loaded], touched: [...touched] }))
