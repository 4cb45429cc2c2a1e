/** boto3's `session` module: the part of it that makes settings. */
export { Config } from '@tucuxi/client'
