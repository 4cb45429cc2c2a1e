/** Static websites: the structures and value lists. */
import {
  atLeast,
  element,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'

/** URL schemes a redirect can use. */
export const Protocol = ['http', 'https'] as const
export type Protocol = OneOf<typeof Protocol>

const conditionMembers = () => ({
  /** HTTP error status, such as `404`, that the request would end in for the redirect to apply. */
  HttpErrorCodeReturnedEquals: element(string),
  /** Prefix that the requested key must start with, such as `docs/`. */
  KeyPrefixEquals: element(string),
})
/** Test of a routing rule; if both members are set, both must match. */
export interface Condition extends RequiredOf<typeof conditionMembers>, OptionalOf<typeof conditionMembers> {}
export const Condition: Structure<Condition> = { kind: 'structure', members: conditionMembers }

const errorDocumentMembers = () => ({
  /** Key of the object returned as the body when a 4xx error occurs. */
  Key: required(element(atLeast(1, string))),
})
/** Names the object served on website errors. */
export interface ErrorDocument
  extends RequiredOf<typeof errorDocumentMembers>, OptionalOf<typeof errorDocumentMembers> {}
export const ErrorDocument: Structure<ErrorDocument> = { kind: 'structure', members: errorDocumentMembers }

const indexDocumentMembers = () => ({
  /** Key suffix appended to paths ending in a slash, such as `index.html`; not empty and without a slash. */
  Suffix: required(element(string)),
})
/** Names the document served for directory-like paths. */
export interface IndexDocument
  extends RequiredOf<typeof indexDocumentMembers>, OptionalOf<typeof indexDocumentMembers> {}
export const IndexDocument: Structure<IndexDocument> = { kind: 'structure', members: indexDocumentMembers }

const redirectMembers = () => ({
  /** Host to redirect to; defaults to the host of the request. */
  HostName: element(string),
  /** HTTP status of the redirect response as a string, such as `302`. */
  HttpRedirectCode: element(string),
  /** Scheme of the target URL; defaults to that of the request. */
  Protocol: element(oneOf<Protocol>(Protocol)),
  /** Text that replaces the prefix matched by `KeyPrefixEquals`; excludes `ReplaceKeyWith`. */
  ReplaceKeyPrefixWith: element(string),
  /** Key that replaces the whole requested key; excludes `ReplaceKeyPrefixWith`. */
  ReplaceKeyWith: element(string),
})
/** Parts of the URL to change in a redirect; parts left out are kept from the request. */
export interface Redirect extends RequiredOf<typeof redirectMembers>, OptionalOf<typeof redirectMembers> {}
export const Redirect: Structure<Redirect> = { kind: 'structure', members: redirectMembers }

const redirectAllRequestsToMembers = () => ({
  /** Host to redirect to, without a scheme, such as `www.example.com`. */
  HostName: required(element(string)),
  /** Scheme of the redirect target; defaults to that of the original request. */
  Protocol: element(oneOf<Protocol>(Protocol)),
})
/** Sends every request to the website endpoint to another host. */
export interface RedirectAllRequestsTo
  extends RequiredOf<typeof redirectAllRequestsToMembers>, OptionalOf<typeof redirectAllRequestsToMembers> {}
export const RedirectAllRequestsTo: Structure<RedirectAllRequestsTo> = {
  kind: 'structure',
  members: redirectAllRequestsToMembers,
}

const routingRuleMembers = () => ({
  /** When the redirect applies; without it the rule matches every request. */
  Condition: element(Condition),
  /** Where and how a matching request is redirected. */
  Redirect: required(element(Redirect)),
})
/** A redirect for website requests that meet a condition. */
export interface RoutingRule extends RequiredOf<typeof routingRuleMembers>, OptionalOf<typeof routingRuleMembers> {}
export const RoutingRule: Structure<RoutingRule> = { kind: 'structure', members: routingRuleMembers }

const websiteConfigurationMembers = () => ({
  /** Object returned in place of the built-in page on 4xx errors. */
  ErrorDocument: element(ErrorDocument),
  /** Document for paths that end in a slash; required unless `RedirectAllRequestsTo` is set. */
  IndexDocument: element(IndexDocument),
  /** Redirects every request to one host; no other member may be set with it. */
  RedirectAllRequestsTo: element(RedirectAllRequestsTo),
  /** Conditional redirects tried in order, at most 50; the first that matches is used. */
  RoutingRules: element(list(RoutingRule, 'RoutingRule')),
})
/** Static website settings of a bucket. */
export interface WebsiteConfiguration
  extends RequiredOf<typeof websiteConfigurationMembers>, OptionalOf<typeof websiteConfigurationMembers> {}
export const WebsiteConfiguration: Structure<WebsiteConfiguration> = {
  kind: 'structure',
  members: websiteConfigurationMembers,
}
