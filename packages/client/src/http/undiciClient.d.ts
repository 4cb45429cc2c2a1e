/** A file of undici that has no types of its own; its package does not hide it, and our tests run through it. */
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici'
  export = Client
}
