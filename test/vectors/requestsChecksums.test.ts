import { replayRequests } from './suite.js'

replayRequests('requests-checksums')
