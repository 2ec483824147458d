package noisebook.magic;

import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferEvent;

/** Prints a line for each jar that is being fetched. */
final class DownloadLog extends AbstractTransferListener {
    @Override
    public void transferInitiated(TransferEvent event) {
        String name = event.getResource().getResourceName();
        if (name.endsWith(".jar") && event.getRequestType() == TransferEvent.RequestType.GET) {
            System.out.println("fetching " + name.substring(name.lastIndexOf('/') + 1) + " from "
                    + event.getResource().getRepositoryId());
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        String name = event.getResource().getResourceName();
        if (name.endsWith(".jar")) {
            long kilobytes = (event.getTransferredBytes() + 1023) / 1024;
            System.out.println("fetched  " + name.substring(name.lastIndexOf('/') + 1) + ", " + kilobytes + " KB");
        }
    }
}
