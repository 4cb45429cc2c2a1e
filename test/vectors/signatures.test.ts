import { replayRequests } from './suite.js'

replayRequests('signatures')
