'use client';

import { version } from 'react';
import { part } from '../core/part.tsx';
import { useRiskBadge, type Word } from './context.ts';

/** A shape a grade. */
const SHAPES: { readonly [Any in Word]?: string } = { low: '●', moderate: '◆', high: '▲', extreme: '■', stale: '◷' };

/** The grade's shape; a dash for what is none. */
export const Icon = /* @__PURE__ */ part('span', 'risk-badge', 'icon', () => {
  const { word } = useRiskBadge();
  return { 'aria-hidden': true, 'data-state': word, children: SHAPES[word] ?? '–' };
});

/** The grade's word, or what there is instead of a grade. The word for loading is under a bar. */
export const Grade = /* @__PURE__ */ part('span', 'risk-badge', 'grade', () => {
  const { word, grade } = useRiskBadge();
  return { className: word === 'loading' && 'percosec-skeleton', 'data-state': word, children: grade };
});

/** 0 to 1; nothing where there is no grade. */
export const Score = /* @__PURE__ */ part('span', 'risk-badge', 'score', () => {
  const { word, figure } = useRiskBadge();
  return figure || word === 'loading' ? { 'data-state': word, children: figure } : null;
});

/** The badge's button, which opens the details. */
export const Trigger = /* @__PURE__ */ part('button', 'risk-badge', 'trigger', () => {
  const { state, label, detailsId, load } = useRiskBadge();
  return {
    type: 'button',
    // React 18 has no property of that name, and takes the attribute's.
    [version > '19' ? 'popoverTarget' : 'popovertarget']: detailsId,
    onClick: load,
    'data-state': state,
    children: (
      <>
        <span className="percosec-hidden">{label}</span>
        <Icon />
        <Grade />
        <Score />
      </>
    ),
  };
});

/** Over the page: what the grade is made of. It is there from the start, empty; what it shows is loaded when it is first opened. */
export const Details = /* @__PURE__ */ part('span', 'risk-badge', 'details', () => {
  const { detailsId, Content } = useRiskBadge();
  return {
    id: detailsId,
    className: 'percosec-card',
    popover: 'auto',
    'data-state': Content ? 'ready' : 'loading',
    children: Content && <Content />,
  };
});
