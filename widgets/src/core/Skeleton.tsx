/** A bar of the size of what is coming, `width` in digits. Said once, by whoever is loading: this is silent. */
export const Skeleton = ({ width }: { readonly width: number }) => (
  <span aria-hidden="true" className="percosec-part percosec-skeleton">
    {'\u2007'.repeat(width)}
  </span>
);
