using System.Net;

namespace Wallet.Simulator.Phones;

/// <summary>Tells the web service which passes a phone holds, and which no longer.</summary>
internal sealed class PassRegistration(SimulatedPhone phone, PortalCalls calls)
{
    public async Task RegisterAsync(CancellationToken cancellation)
    {
        foreach (var pass in phone.State.Passes.Where(pass => pass.Registration == RegistrationState.Wanted))
        {
            var status = await calls.RegisterAsync(phone.State, pass, cancellation);
            var accepted = status is HttpStatusCode.OK or HttpStatusCode.Created;
            Note(pass, accepted ? RegistrationState.Registered : RegistrationState.Refused);
            if (accepted) phone.Tell(PhoneEventKind.Registered, pass.PassTypeIdentifier, pass.SerialNumber);
            else phone.Complain(pass, Complaints.Register(phone.State, pass, (int)status));
        }
    }

    public async Task UnregisterAsync(CancellationToken cancellation)
    {
        foreach (var pass in phone.State.Leaving)
        {
            var status = await calls.UnregisterAsync(phone.State, pass, cancellation);
            phone.Change(state => state with { Leaving = state.Leaving.Remove(pass) });
            if (status == HttpStatusCode.OK) phone.Tell(PhoneEventKind.Unregistered, pass.PassTypeIdentifier, pass.SerialNumber);
            else phone.Complain(pass, Complaints.Unregister(phone.State, pass, (int)status));
        }
    }

    /// <summary>The pass may have been removed or updated while the web service was thinking.</summary>
    private void Note(HeldPass pass, RegistrationState registration)
        => phone.Change(state => state.Find(pass.PassTypeIdentifier, pass.SerialNumber) is { } held
            ? state.With(held with { Registration = registration })
            : state);
}
