import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Spot = readonly [number, number];

/** A place of a picture as the released file draws it: shares of width and height, the radius of the width. */
export type ReleasedRegion = { readonly id: string; readonly label: string } & (
  | { readonly shape: 'rect'; readonly from: Spot; readonly to: Spot }
  | { readonly shape: 'circle'; readonly center: Spot; readonly r: number }
  | { readonly shape: 'poly'; readonly points: readonly Spot[] }
);

/** What is right, as the released file says it. */
export type ReleasedKey =
  | { readonly type: 'single'; readonly answer: { readonly option: string } }
  | { readonly type: 'multiple'; readonly answer: { readonly options: readonly string[] } }
  | { readonly type: 'boolean'; readonly answer: { readonly value: boolean } }
  | {
      readonly type: 'ordering';
      readonly options: readonly { readonly id: string; readonly text: string }[];
      readonly answer: { readonly order: readonly string[] };
    }
  | {
      readonly type: 'numeric';
      readonly answer: { readonly accept: readonly { readonly min: number; readonly max: number }[] };
    }
  | {
      readonly type: 'text';
      readonly answer: {
        readonly blanks: readonly { readonly accept: readonly string[] }[];
        readonly anyOrder?: boolean;
      };
    }
  | {
      readonly type: 'hotspot';
      readonly answer: {
        readonly mode: 'find-one' | 'find-all';
        readonly regions: readonly ReleasedRegion[];
        readonly tolerance?: number;
      };
      /** Of the picture that is tapped. */
      readonly size: { readonly width: number; readonly height: number };
    };

type ReleasedQuestion = ReleasedKey & { readonly id: string; readonly rev: number; readonly media?: readonly string[] };
interface ReleasedSet {
  readonly questions: readonly ReleasedQuestion[];
  readonly media?: readonly { readonly id: string; readonly width?: number; readonly height?: number }[];
}

/** The keys of a released set by `<question id>/<revision>`. */
export function readReleasedKeys(releasesDir: string, setId: string, version: string): Map<string, ReleasedKey> {
  const text = readFileSync(join(releasesDir, setId, `${version}.json`), 'utf8');
  const { questions, media = [] } = JSON.parse(text) as ReleasedSet;
  return new Map(
    questions.map((question) => {
      const picture = media.find(({ id }) => id === question.media?.[0]);
      const size = { width: picture?.width ?? 1, height: picture?.height ?? 1 };
      return [`${question.id}/${question.rev}`, { ...question, size }];
    }),
  );
}
