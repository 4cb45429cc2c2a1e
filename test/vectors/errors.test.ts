import { replayOutcomes } from './suite.js'

replayOutcomes('errors')
