'use client';

// What a ClaimHistory is made of. What its parts show is in list.tsx, which comes while the claims do.
import { NotLoaded } from '../core/NotLoaded.tsx';
import { type Defaults, type Part, part, type Tag } from '../core/part.tsx';
import { widget } from '../core/widget.tsx';
import {
  ClaimHistoryContext,
  type ClaimHistoryOwnProps,
  type ClaimHistoryReading,
  useClaimHistory,
  useReading,
} from './context.ts';
import type { Looks } from './list.tsx';

const NAME = 'claim-history';

export const Root = /* @__PURE__ */ widget<'div', ClaimHistoryOwnProps, ClaimHistoryReading>(
  'div',
  NAME,
  ClaimHistoryContext,
  ({ market, name, columns, limit, ...props }) => {
    const reading = useReading({ market, name, columns, limit });
    return [reading, { 'data-state': reading.state, ...props }];
  },
);

/** As high as one of words. */
const LINE = '\u00a0';

/** Until it is there, there is nothing, or an element that keeps the room. */
const later = <T extends Tag>(tag: T, name: keyof Looks, room: Defaults | null = null): Part<T> =>
  part(tag, NAME, name, () => {
    const reading = useClaimHistory();
    const { loaded } = reading.list;
    return loaded ? loaded.looks[name](reading) : room;
  });

/** What it is, and of which market. */
export const Title = /* @__PURE__ */ later('div', 'title', { className: 'percosec-title', children: LINE });
/** What became of all claims that there ever were, as the chain counts them. */
export const Summary = /* @__PURE__ */ later('dl', 'summary', {
  className: 'percosec-rows',
  children: [1, 2, 3].map((key) => <div key={key}>{LINE}</div>),
});
/** Which claims are in the list: all, fully covered, uncovered, queued. */
export const Filter = /* @__PURE__ */ later('select', 'filter');
/** The claims in the list, exactly, as a file for spreadsheets. */
export const ExportCsv = /* @__PURE__ */ later('button', 'export-csv');
/** The same with its circumstances, for programs. */
export const ExportJson = /* @__PURE__ */ later('button', 'export-json');
/** Leads to claims that have come and are not in view; nothing where there are none. */
export const NewClaims = /* @__PURE__ */ later('button', 'new-claims');
/** In place of the rows where there are none: why, and what would make some. */
export const Message = /* @__PURE__ */ later('div', 'message');
/** How many claims are in the list, and of how many. */
export const Count = /* @__PURE__ */ later('span', 'count');
/** Nothing where all are loaded. */
export const LoadOlder = /* @__PURE__ */ later('button', 'load-older');
/** What one has to know of the list: what is missing, out of date, or told differently elsewhere. */
export const Notes = /* @__PURE__ */ later('div', 'notes');
/** Read aloud, not seen: that it is loading, and each claim that comes. */
export const Status = /* @__PURE__ */ later('span', 'status');

/** The `<table>`; `Table` has it unless told otherwise. Its columns are the root's. */
export function Grid() {
  const List = useClaimHistory().list.loaded;
  return List && <List.Grid />;
}

/** The box that scrolls, of one height in every state; a host's own height is a `block-size` on it. */
export const Table = /* @__PURE__ */ part('div', NAME, 'table', () => {
  const { list } = useClaimHistory();
  return {
    children: list.failed ? <NotLoaded retry={list.retry} /> : list.loaded && <list.loaded.Content />,
  };
});
