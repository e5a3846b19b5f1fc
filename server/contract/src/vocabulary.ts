/** The words every side shares. A word added here is the same word in the database, on the wire and on the screen. */

/** Phases of a round, in the order of a normal evening. `finished` and `aborted` are final. */
export const PHASES = [
  'lobby',
  'question_open',
  'question_closed',
  'reveal',
  'leaderboard',
  'finished',
  'aborted',
] as const;
export type Phase = (typeof PHASES)[number];

/** What a person with an account may be. A captain sees and manages one unit and what is below it. Participants have no account and so no role. */
export const ROLES = ['admin', 'organiser', 'captain'] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who looks at a round sees it as one of these. */
export const AUDIENCES = ['host', 'stage', 'player'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Question kinds, of the bank and of everything that plays them. */
export const QUESTION_KINDS = ['single', 'multiple', 'boolean', 'ordering', 'numeric', 'text', 'hotspot'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How points are given; formulas are in `server/src/domain/scoring`. */
export const SCORINGS = ['accuracy', 'speed', 'flat'] as const;
export type Scoring = (typeof SCORINGS)[number];

/**
 * How an answer with several parts counts (multiple, ordering, text with several blanks, find-all hot-spot): all or nothing,
 * or by its right parts.
 */
export const MULTIPLE_SCORINGS = ['exact', 'partial'] as const;
export type MultipleScoring = (typeof MULTIPLE_SCORINGS)[number];

/** What one seat got for one question. `none` = no answer, `void` = question withdrawn, `skipped` = never revealed. */
export const VERDICTS = ['right', 'partly', 'wrong', 'none', 'void', 'skipped'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a question of a round stands. */
export const QUESTION_STATUSES = ['waiting', 'open', 'closed', 'revealed', 'skipped', 'void'] as const;
export type QuestionStatus = (typeof QUESTION_STATUSES)[number];

export const SEAT_STATUSES = ['active', 'kicked', 'banned'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

export const NAMES_ON_STAGE = ['full', 'masked', 'hidden'] as const;
export type NamesOnStage = (typeof NAMES_ON_STAGE)[number];

export const AUTOPILOT_STATES = ['off', 'running', 'paused'] as const;
export type AutopilotState = (typeof AUTOPILOT_STATES)[number];

/** Why the server ends a connection. */
export const BYE_REASONS = ['kicked', 'banned', 'seat_moved', 'server_stopping', 'round_deleted'] as const;
export type ByeReason = (typeof BYE_REASONS)[number];

/** Kinds of units, from the top of the tree downwards: no unit stands below one of a later kind. */
export const UNIT_KINDS = ['region', 'enterprise', 'department', 'team'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** `merged` = its name became an alias of another unit; what was earned for it stays its own and is summed there. */
export const UNIT_STATUSES = ['active', 'retired', 'merged'] as const;
export type UnitStatus = (typeof UNIT_STATUSES)[number];

/** `waiting` = registered and not yet let in by a captain; `erased` = the name is gone, sums stay. */
export const PARTICIPANT_STATUSES = ['waiting', 'active', 'refused', 'erased'] as const;
export type ParticipantStatus = (typeof PARTICIPANT_STATUSES)[number];

/** Where a contest stands. `preparation` until its first day, `study` after its last: then practice and results stay open. */
export const CONTEST_STAGES = ['preparation', 'contest', 'study'] as const;
export type ContestStage = (typeof CONTEST_STAGES)[number];

/** A `counting` attempt brings points; `practice` draws from the sets, `notebook` from what the person has missed. */
export const ATTEMPT_KINDS = ['counting', 'practice', 'notebook'] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/** `returned` = given back: as if it had not been begun. */
export const ATTEMPT_STATES = ['open', 'settled', 'returned'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Which attempts of a person bring points: all, the best of each day, the best of all. */
export const COUNTINGS = ['every', 'best_of_day', 'best'] as const;
export type Counting = (typeof COUNTINGS)[number];

export const CONTEST_BOARDS = ['people', 'units', 'regions', 'sectors'] as const;
export type ContestBoard = (typeof CONTEST_BOARDS)[number];

/** Among whom a person is ranked: the own unit, the own region, everybody. */
export const RANK_SCOPES = ['unit', 'region', 'all'] as const;
export type RankScope = (typeof RANK_SCOPES)[number];

/** How units are put in order on a board. */
export const UNIT_MEASURES = ['index', 'rate', 'points', 'mean', 'best_ten'] as const;
export type UnitMeasure = (typeof UNIT_MEASURES)[number];

export const REPORT_KINDS = ['regions', 'units', 'people', 'questions', 'days'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Why an attempt is looked at. */
export const FINDING_REASONS = ['impossible_speed', 'shared_device'] as const;
export type FindingReason = (typeof FINDING_REASONS)[number];

/** Limits that a person can run into. Times in milliseconds unless the name says otherwise. */
export const LIMITS = {
  /** Time between the host's command and the opening of a question ("get ready"). */
  leadMs: 3_000,
  /** Answers are accepted this long after closesAt; phones send what is selected at closesAt. */
  graceMs: 700,
  /** The journals must have been quiet this long after the grace before a reveal. */
  drainQuietMs: 300,
  /** A reveal waits for the drain at most this long. */
  drainMaxMs: 3_000,
  addTimeMs: 10_000,
  secondsPerQuestion: { min: 5, max: 240, default: 20 },
  questionsPerRound: { min: 1, max: 100 },
  seatsPerRound: 20_000,
  nameGraphemes: { min: 1, max: 20 },
  titleChars: 60,
  voidReasonChars: 200,
  pinDigits: 6,
  stageCodeChars: 8,
  passwordChars: { min: 8, max: 200 },
  autopilotSeconds: { min: 2, max: 120 },
  retentionDays: { min: 1, max: 3_650, default: 90 },
  remoteCodeMs: 60_000,
  seatClaimMs: 300_000,
  boardRows: 10,
  rehearsalPlayers: 20,
  unitNameChars: 60,
  unitAliases: 20,
  unitDepth: 8,
  units: 20_000,
  unitCodeChars: 8,
  sectorChars: 20,
  headCount: { min: 1, max: 1_000_000 },
  /** More people than this share of the head-count raise an alarm. */
  overfullShare: 1.2,
  recoveryCodeChars: 12,
  recoveryTries: { count: 5, windowMs: 3_600_000 },
  personClaimMs: 24 * 3_600_000,
  reasonChars: { min: 2, max: 200 },
  contestDays: 366,
  questionSetsPerContest: 10,
  questionsPerPaper: { min: 1, max: 50 },
  blueprintParts: 20,
  /** For a whole paper; null = no limit but the attempt's day. */
  paperSeconds: { min: 30, max: 7_200 },
  attemptsADay: { min: 1, max: 20 },
  practicesADay: { min: 1, max: 50 },
  points: { min: 0, max: 1_000 },
  /** Papers of a person that are looked back on, so that questions do not come again too soon. */
  recentPapers: 10,
  notebookPaper: 10,
  /** A missed question leaves the notebook after so many right answers in a row. */
  notebookStreak: 2,
  /** Practice that nobody hands in is handed in after this. */
  practiceMs: 24 * 3_600_000,
  certificateChars: 16,
  contestBoardRows: 50,
  eraseAfterDays: { min: 1, max: 3_650 },
  reportsKept: 50,
} as const;

/** The one list of error codes. Each has an HTTP status on the server and words in both languages on the client. */
export const ERROR_CODES = [
  // anywhere
  'invalid_input',
  'not_found',
  'not_signed_in',
  'forbidden',
  'origin_refused',
  'too_many_requests',
  'payload_too_large',
  'stale_version',
  'client_outdated',
  'server_busy',
  'server_stopping',
  'internal',
  // accounts
  'setup_closed',
  'setup_link_invalid',
  'wrong_credentials',
  'account_disabled',
  'account_name_taken',
  'wrong_password',
  'last_admin',
  // question sets and rounds
  'question_set_unknown',
  'question_unknown',
  'not_enough_questions',
  'speed_needs_time_limit',
  'round_already_started',
  // the bank's desk
  'set_exists',
  'set_unknown',
  'question_not_ready',
  'key_changed',
  'category_unknown',
  'source_unknown',
  'media_unknown',
  'picture_unreadable',
  'status_move_refused',
  'question_refused',
  'release_refused',
  'import_reading',
  'import_unconfirmed',
  // joining
  'pin_unknown',
  'round_over',
  'lobby_locked',
  'late_join_closed',
  'round_full',
  'name_invalid',
  'seat_kicked',
  'seat_banned',
  'not_seated',
  // answering
  'not_open_yet',
  'answer_late',
  'already_answered',
  'question_not_open',
  'choice_invalid',
  // hosting
  'wrong_phase',
  'no_more_questions',
  'question_not_revealed',
  'stage_code_unknown',
  'code_unknown',
  'code_expired',
  // units
  'unit_unknown',
  'unit_place_refused',
  'unit_name_taken',
  'unit_code_taken',
  'unit_not_active',
  'unit_merge_refused',
  'unit_file_refused',
  'not_on_roster',
  // people
  'registration_code_unknown',
  'registration_code_expired',
  'consent_outdated',
  'recovery_refused',
  'not_registered',
  'registration_waiting',
  'registration_refused',
  // contests
  'contest_dates_refused',
  'contest_fixed',
  'blueprint_short',
  'contest_not_open',
  'contest_not_for_unit',
  'employee_no_needed',
  'no_attempts_left',
  'nothing_missed',
  'attempt_over',
  'certificate_not_earned',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
