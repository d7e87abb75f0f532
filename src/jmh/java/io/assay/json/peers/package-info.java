/** JSON libraries behind one interface. */
package io.assay.json.peers;
