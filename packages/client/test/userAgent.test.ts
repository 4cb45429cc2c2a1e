import { expect, test } from 'vitest'
import { resolveSettings, type ConfigOptions } from '../src/config.js'
import { nodePlatform } from '../src/platform.node.js'
import { webPlatform } from '../src/platform.web.js'
import { userAgentOf } from '../src/userAgent.js'
import { version } from '../src/version.js'

// boto3 semantics 3.4: `tucuxi/V ua/2.1 os/<platform>#<release> lang/js#<v> md/<runtime> cfg/retry-mode#<mode> [app/ID] [extra]`
const form = /^tucuxi\/(\S+) ua\/2\.1 os\/(\S+) lang\/js#(\S+) md\/(\S+) cfg\/retry-mode#(\S+)$/

function agent(config: ConfigOptions = {}, platform = nodePlatform): string {
  return userAgentOf(resolveSettings({ config }), platform)
}

test('names package, system, language, runtime and retry mode', () => {
  const parts = form.exec(agent({ retries: { mode: 'standard' } }))
  expect(parts?.slice(1)).toEqual([
    version,
    expect.stringMatching(/^[a-z0-9]+#\S+$/),
    'ES2022',
    `nodejs#${process.versions.node}`,
    'standard',
  ])
  expect(form.exec(agent({}, webPlatform))?.slice(3)).toEqual(['ES2022', 'web', 'legacy'])
})

test.each([
  ['an id of the application', { userAgentAppid: 'my app/1' }, / app\/my-app-1$/],
  ['an addition', { userAgentExtra: 'Resource' }, /#legacy Resource$/],
  ['both', { userAgentAppid: 'app', userAgentExtra: 'Resource' }, / app\/app Resource$/],
  ['a replacement', { userAgent: 'mine/1' }, /^mine\/1$/],
  ['a replacement with an addition', { userAgent: 'mine/1', userAgentExtra: 'more' }, /^mine\/1 more$/],
])('takes %s', (_, config, expected) => {
  expect(agent(config)).toMatch(expected)
})
