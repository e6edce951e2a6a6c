// As in a new app of Next: whatever asks for the time before a visit stops the build.
export default { reactStrictMode: true, cacheComponents: true, partialPrefetching: true };
