/** A bar of the size of what is coming, `width` in ch. Said once, by whoever is loading: this is silent. */
export const Skeleton = ({ width }: { readonly width: number }) => (
  <span aria-hidden="true" className="percosec-skeleton">
    {'0'.repeat(width)}
  </span>
);
