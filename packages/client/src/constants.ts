/** The group of everybody, signed or not, as a grantee's `URI`. */
export const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers'

/** The group of all signed callers, as a grantee's `URI`. */
export const AUTHENTICATED_USERS = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers'
