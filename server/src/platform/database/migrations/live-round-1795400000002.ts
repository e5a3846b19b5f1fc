import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { tableColumns } from '../tables.js';

/** People, live rounds, their seats, answers and results. */
export class LiveRound1795400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner)) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables(runner).reverse()) await runner.dropTable(table);
  }
}

const key = { isPrimary: true };
const optional = { isNullable: true };

function tables(runner: QueryRunner): Table[] {
  const { uuid, text, int, smallInt, boolean, epochMs, json } = tableColumns(runner);
  const index = (name: string, columnNames: string[], isUnique = false) =>
    new TableIndex({ name, columnNames, isUnique });
  return [
    new Table({ name: 'person', columns: [uuid('id', key), epochMs('created_at')] }),
    new Table({
      name: 'person_token',
      columns: [text('token_hash', 64, key), uuid('person_id'), epochMs('created_at'), epochMs('revoked_at', optional)],
      indices: [index('person_token_person', ['person_id'])],
    }),
    new Table({
      name: 'live_round',
      columns: [
        uuid('id', key),
        uuid('owner_id'),
        json('settings'),
        text('seed', 32),
        int('version'),
        text('phase', 20),
        smallInt('question_no'),
        smallInt('question_count'),
        epochMs('opens_at', optional),
        epochMs('closes_at', optional),
        epochMs('accepts_until', optional),
        int('limit_ms', optional),
        epochMs('phase_since'),
        text('autopilot', 10),
        epochMs('autopilot_from'),
        boolean('is_lobby_locked'),
        boolean('is_rehearsal'),
        text('pin', 6, optional),
        text('join_token', 16),
        text('stage_code', 8),
        text('join_origin', 200, optional),
        int('seats_taken'),
        int('answers_written'),
        epochMs('alive_at'),
        epochMs('created_at'),
        epochMs('finished_at', optional),
        epochMs('deletes_at', optional),
      ],
      indices: [
        index('live_round_by_owner', ['owner_id', 'created_at']),
        index('live_round_by_phase', ['phase']),
        index('live_round_pin', ['pin'], true),
        index('live_round_join_token', ['join_token'], true),
        index('live_round_stage_code', ['stage_code'], true),
      ],
    }),
    new Table({
      name: 'live_question',
      columns: [
        uuid('round_id', key),
        smallInt('question_no', key),
        text('question_id', 28),
        smallInt('question_rev'),
        text('status', 10),
        epochMs('opens_at', optional),
        epochMs('closes_at', optional),
        int('limit_ms', optional),
        text('void_reason', 200, optional),
        json('distribution', optional),
      ],
    }),
    new Table({
      name: 'live_seat',
      columns: [
        uuid('round_id', key),
        int('seat_no', key),
        uuid('person_id'),
        text('name', 200),
        text('name_key', 200),
        boolean('is_name_shared'),
        boolean('is_name_hidden'),
        text('status', 10),
        int('version'),
        epochMs('joined_at'),
      ],
      indices: [
        index('live_seat_person', ['round_id', 'person_id'], true),
        index('live_seat_name', ['round_id', 'name_key']),
      ],
    }),
    new Table({
      name: 'live_answer',
      columns: [
        uuid('round_id', key),
        smallInt('question_no', key),
        int('seat_no', key),
        text('answer_id', 32),
        text('choice', 400),
        epochMs('received_at'),
        int('elapsed_ms'),
        int('rtt_ms', optional),
        boolean('is_draft'),
      ],
    }),
    new Table({
      name: 'live_result',
      columns: [
        uuid('round_id', key),
        smallInt('question_no', key),
        int('seat_no', key),
        text('verdict', 8),
        int('points'),
        int('bonus'),
        int('elapsed_ms', optional),
        int('total'),
        smallInt('right_count'),
        int('right_time_ms'),
        smallInt('streak'),
        int('place'),
        int('previous_place', optional),
        int('gap_to_next', optional),
      ],
      indices: [index('live_result_board', ['round_id', 'question_no', 'place'])],
    }),
    new Table({
      name: 'live_seat_claim',
      columns: [
        uuid('id', key),
        uuid('round_id'),
        text('name', 200),
        text('code', 4),
        text('secret_hash', 64),
        text('state', 10),
        int('seat_no', optional),
        epochMs('expires_at'),
      ],
      indices: [index('live_seat_claim_by_round', ['round_id', 'state'])],
    }),
    new Table({
      name: 'live_remote_code',
      columns: [
        uuid('id', key),
        uuid('round_id'),
        uuid('account_id'),
        text('code_hash', 64),
        text('state', 10),
        text('secret_hash', 64, optional),
        text('match_number', 2, optional),
        epochMs('expires_at'),
      ],
      indices: [index('live_remote_code_hash', ['code_hash'], true)],
    }),
  ];
}
