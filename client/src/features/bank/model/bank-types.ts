import type * as z from 'zod/mini';
import type { bankRoutes, DeskQuestion, RegisteredSource } from '@anquanli/contract/bank';

/** The shapes of the question bank's schema as they come through the contract. */

type BodyOf<R> = R extends { body?: z.core.$ZodType<infer Body> } ? Body : never;

export type Question = DeskQuestion['question'];
export type QuestionContent = BodyOf<typeof bankRoutes.createQuestion>['content'];
export type Source = RegisteredSource['source'];
export type HotspotAnswer = Extract<Question, { type: 'hotspot' }>['answer'];
export type Region = HotspotAnswer['regions'][number];
export type Point = Extract<Region, { shape: 'circle' }>['center'];
