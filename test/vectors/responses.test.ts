import { replayOutcomes } from './suite.js'

replayOutcomes('responses')
