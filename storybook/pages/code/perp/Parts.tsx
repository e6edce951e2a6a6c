import { RiskBadge } from '@percosec/widgets';

/** The same badge in your own elements: each part takes `asChild`, and every prop of yours goes before its own. */
export const RiskChip = ({ market }: { readonly market: string }) => (
  <RiskBadge.Root market={market} className="chip">
    <RiskBadge.Trigger asChild>
      <button type="button" className="chip-button" />
    </RiskBadge.Trigger>
  </RiskBadge.Root>
);
