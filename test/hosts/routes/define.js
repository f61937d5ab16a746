// The package as it is installed in the host.
import 'milieu-elements/define';
