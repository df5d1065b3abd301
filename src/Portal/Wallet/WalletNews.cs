using Portal.Activity;
using Portal.Data.Devices;
using Portal.Data.Storage;
using Portal.Push;

namespace Portal.Wallet;

/// <summary>Tells the rest of the portal what devices changed, after it is committed.</summary>
public sealed class WalletNews(PortalEvents events, PushSignal push)
{
    public void Registered(PassHead pass, RegistrationOutcome outcome)
    {
        if (outcome.PushQueued)
            push.Wake();
        events.Publish(new(PortalEventKind.RegistrationChanged, pass.PassId, pass.DesignId, outcome.DeviceId));
    }

    public void Ended(PassHead pass, long device) =>
        events.Publish(new(PortalEventKind.RegistrationChanged, pass.PassId, pass.DesignId, device));

    public void Complained() => events.Publish(new(PortalEventKind.DeviceComplained));
}
