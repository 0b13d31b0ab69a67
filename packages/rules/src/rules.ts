import { membersMetInSecret } from './caucus-meeting/members-met-in-secret.ts'
import { leaderFacesParty, meetingNamed, partyMeets } from './caucus-meeting/party-meets.ts'
import { leavesCabinet, wasDismissed } from './departure/leaves-post.ts'
import { leavesCaucus, willNotRun } from './departure/will-not-run.ts'
import { saysLeaving } from './leader-response/leaves.ts'
import { declinesComment, saysReflecting } from './leader-response/reflects.ts'
import { answersNo, saysStaying } from './leader-response/stays.ts'
import { tellsFuture } from './leader-response/tells-future.ts'
import { saysBacksLeader, standsByLeader } from './member-support/backs-leader.ts'
import { listedAsBacking } from './member-support/listed-as-backing.ts'
import { answersOtherwise } from './noncommittal/answers-otherwise.ts'
import { dodgesQuestion, saysNeither } from './noncommittal/dodges.ts'
import { listedAsUndecided } from './noncommittal/listed-as-undecided.ts'
import { asksForVote } from './public-call/asks-for-vote.ts'
import { asksToReconsider, urgesToReconsider } from './public-call/asks-to-reconsider.ts'
import { callsForDeparture } from './public-call/calls-for-departure.ts'
import { confidenceLost } from './public-call/confidence-lost.ts'
import { listedAsCalling } from './public-call/listed-as-calling.ts'
import { saysLeaderShouldGo } from './public-call/says-leader-should-go.ts'
import { saysThereShouldBeVote } from './public-call/says-there-should-be-vote.ts'
import { withdrawsSupport } from './public-call/withdraws-support.ts'
import type { Rule } from './rule.ts'
import { lostByelection, lostSeat } from './setback/lost-byelection.ts'
import {
  agreementEnded,
  facedConfidenceMotion,
  gotUltimatum,
  lostElection,
  poorDebate,
  trailsInPolls,
} from './setback/outside-blows.ts'
import { answersNotSigned, answersYes } from './signature/answers.ts'
import { hasNotSigned } from './signature/has-not-signed.ts'
import { listedAsSigning } from './signature/listed-as-signing.ts'
import { signedLetter } from './signature/signed-letter.ts'
import { signs } from './signature/signs.ts'
import { membersCall, membersInvolved, membersSigned } from './signature-count/counts-members.ts'

/** Every rule. A set: order is of no account. */
export const rules: readonly Rule[] = [
  agreementEnded,
  answersNo,
  answersNotSigned,
  answersYes,
  answersOtherwise,
  asksForVote,
  asksToReconsider,
  callsForDeparture,
  confidenceLost,
  declinesComment,
  dodgesQuestion,
  facedConfidenceMotion,
  gotUltimatum,
  hasNotSigned,
  leaderFacesParty,
  leavesCabinet,
  leavesCaucus,
  listedAsBacking,
  listedAsCalling,
  listedAsSigning,
  listedAsUndecided,
  lostByelection,
  lostElection,
  lostSeat,
  meetingNamed,
  membersCall,
  membersInvolved,
  membersMetInSecret,
  membersSigned,
  partyMeets,
  poorDebate,
  saysBacksLeader,
  saysLeaderShouldGo,
  saysLeaving,
  saysNeither,
  saysReflecting,
  saysStaying,
  saysThereShouldBeVote,
  signedLetter,
  signs,
  standsByLeader,
  tellsFuture,
  trailsInPolls,
  urgesToReconsider,
  wasDismissed,
  willNotRun,
  withdrawsSupport,
]
