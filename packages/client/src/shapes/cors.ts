/** Cross-origin rules: the structures and value lists. */
import {
  element,
  flatList,
  integer,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'

const cORSConfigurationMembers = () => ({
  /** Between 1 and 100 rules, tried in order; the first that matches a request is used. */
  CORSRules: required(element(flatList(CORSRule), 'CORSRule')),
})
/** Container of a bucket's cross-origin rules. */
export interface CORSConfiguration
  extends RequiredOf<typeof cORSConfigurationMembers>, OptionalOf<typeof cORSConfigurationMembers> {}
export const CORSConfiguration: Structure<CORSConfiguration> = { kind: 'structure', members: cORSConfigurationMembers }

const cORSRuleMembers = () => ({
  /** Optional label for the rule, at most 255 characters. */
  ID: element(string),
  /** Headers a preflight may ask for in `Access-Control-Request-Headers`; each may hold one `*` wildcard. */
  AllowedHeaders: element(flatList(string), 'AllowedHeader'),
  /** Allowed HTTP methods: `GET`, `PUT`, `HEAD`, `POST` or `DELETE`; `OPTIONS` is not accepted. */
  AllowedMethods: required(element(flatList(string), 'AllowedMethod')),
  /** Allowed origins such as `https://example.com`; each may hold one `*` wildcard, and `*` alone allows all. */
  AllowedOrigins: required(element(flatList(string), 'AllowedOrigin')),
  /** Response headers that scripts in the browser may read, such as `ETag`; wildcards are not allowed. */
  ExposeHeaders: element(flatList(string), 'ExposeHeader'),
  /** Seconds a browser may cache the preflight response. */
  MaxAgeSeconds: element(integer),
})
/** Names the origins, methods and headers allowed for cross-origin requests from browsers. */
export interface CORSRule extends RequiredOf<typeof cORSRuleMembers>, OptionalOf<typeof cORSRuleMembers> {}
export const CORSRule: Structure<CORSRule> = { kind: 'structure', members: cORSRuleMembers }
