import { replayRefusals } from './suite.js'

replayRefusals('validation')
