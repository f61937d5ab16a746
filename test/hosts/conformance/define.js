// The package as it is installed in the host, loaded when a row asks for it.
export const define = () => import('milieu-elements/define');
