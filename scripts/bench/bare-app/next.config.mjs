export default { cacheComponents: true, partialPrefetching: true, poweredByHeader: false };
