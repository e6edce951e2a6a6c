// Somebody at a desk. A host's own page may warn itself of what it likes, in development: here that is no complaint.
import { type Visitor, visitor as visitorOf } from '../../hosts/support/visitor.ts';

export type { Visit, Visitor } from '../../hosts/support/visitor.ts';

export const visitor = (): Promise<Visitor> =>
  visitorOf({ device: { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' }, minds: ['error'] });
