import type { ErrorCode } from '@anquanli/contract/vocabulary';

const STATUS = {
  invalid_input: 400,
  not_found: 404,
  not_signed_in: 401,
  forbidden: 403,
  origin_refused: 403,
  too_many_requests: 429,
  payload_too_large: 413,
  stale_version: 409,
  client_outdated: 426,
  server_busy: 503,
  server_stopping: 503,
  internal: 500,

  setup_closed: 409,
  setup_link_invalid: 403,
  wrong_credentials: 401,
  account_disabled: 403,
  account_name_taken: 409,
  wrong_password: 403,
  last_admin: 409,

  question_set_unknown: 404,
  question_unknown: 404,
  not_enough_questions: 409,
  speed_needs_time_limit: 400,
  round_already_started: 409,

  set_exists: 409,
  set_unknown: 404,
  question_not_ready: 409,
  key_changed: 409,
  category_unknown: 400,
  source_unknown: 400,
  media_unknown: 400,
  picture_unreadable: 400,
  status_move_refused: 409,
  question_refused: 400,
  release_refused: 409,
  import_reading: 409,
  import_unconfirmed: 409,

  pin_unknown: 404,
  round_over: 410,
  lobby_locked: 403,
  late_join_closed: 403,
  round_full: 409,
  name_invalid: 400,
  seat_kicked: 403,
  seat_banned: 403,
  not_seated: 403,

  not_open_yet: 409,
  answer_late: 409,
  already_answered: 409,
  question_not_open: 409,
  choice_invalid: 400,

  wrong_phase: 409,
  no_more_questions: 409,
  question_not_revealed: 409,
  stage_code_unknown: 404,
  code_unknown: 404,
  code_expired: 410,

  unit_unknown: 404,
  unit_place_refused: 409,
  unit_name_taken: 409,
  unit_code_taken: 409,
  unit_not_active: 409,
  unit_merge_refused: 409,
  unit_file_refused: 400,
  not_on_roster: 403,

  registration_code_unknown: 404,
  registration_code_expired: 410,
  consent_outdated: 409,
  recovery_refused: 403,
  not_registered: 403,
  registration_waiting: 403,
  registration_refused: 403,
} as const satisfies Record<ErrorCode, number>;

/** The HTTP status that belongs to a code. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code];
}
