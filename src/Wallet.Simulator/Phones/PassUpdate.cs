using System.Net;
using Passbook.Generator;

namespace Wallet.Simulator.Phones;

/// <summary>Asks what changed and fetches it.</summary>
internal sealed class PassUpdate(SimulatedPhone phone, PortalCalls calls, PackageReader reader, PhoneOptions options)
{
    /// <summary>Lists the changed passes of a type with the last tag and fetches each; the tag moves on when all of them were answered.</summary>
    public async Task AskAsync(string topic, CancellationToken cancellation)
    {
        // Taken off before asking: a push that comes while the list is read leads to one more round.
        phone.Change(state => state with { Pushed = state.Pushed.Remove(topic), Asking = state.Asking.Add(topic) });
        try
        {
            var passes = phone.State.Passes.Where(pass => pass.PassTypeIdentifier == topic && pass.Registration == RegistrationState.Registered);
            if (passes.LastOrDefault() is { } any) await ListAndFetchAsync(any, cancellation);
        }
        catch
        {
            phone.Change(state => state with { Pushed = state.Pushed.Add(topic) });
            throw;
        }
        finally
        {
            phone.Change(state => state with { Asking = state.Asking.Remove(topic) });
        }
    }

    /// <summary>Fetches one pass and shows what changed.</summary>
    /// <param name="pass">The pass as it is held.</param>
    /// <param name="why">What made the phone fetch it.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>True when it changed.</returns>
    public async Task<bool> FetchAsync(HeldPass pass, FetchReason why, CancellationToken cancellation)
    {
        var answer = await calls.GetPassAsync(pass, cancellation);
        if (answer.Status == HttpStatusCode.NotModified) return Unchanged(pass, why);
        if (answer.Status != HttpStatusCode.OK) return Complain(pass, Complaints.Error((int)answer.Status));
        if (answer.MediaType is not PassPackage.MediaType) return Complain(pass, Complaints.Invalid($"Its media type is '{answer.MediaType}'."));
        try
        {
            var after = await reader.ReadAsync(answer.Package, cancellation);
            if (!after.Is(pass.PassTypeIdentifier, pass.SerialNumber)) return Complain(pass, Complaints.Invalid("It is another pass."));
            return Show(pass, after with { LastModified = answer.LastModified }, why);
        }
        catch (InvalidPackageException invalid)
        {
            return Complain(pass, Complaints.Invalid(invalid.Message));
        }
    }

    private async Task ListAndFetchAsync(HeldPass any, CancellationToken cancellation)
    {
        var topic = any.PassTypeIdentifier;
        var answer = await calls.ListAsync(phone.State, any, cancellation);
        phone.Tell(PhoneEventKind.Asked, topic, text: answer.LastUpdated);
        if (answer.Status == HttpStatusCode.NoContent) return;
        if (answer is not { SerialNumbers: { } serials, LastUpdated: { } tag })
        {
            phone.Complain(any, Complaints.List(phone.State, any, answer.Problem ?? Complaints.Error((int)answer.Status)));
            return;
        }

        var own = phone.State.Tags.GetValueOrDefault(topic);
        if (serials.Count > 0 && own == tag) phone.Complain(any, Complaints.SameTag(any, serials.Count, tag));
        var why = own is null ? FetchReason.FirstList : FetchReason.ListedSinceTag;
        foreach (var serial in serials)
        {
            if (phone.State.Find(topic, serial) is not { } pass) continue;
            if (options.DownloadPause > TimeSpan.Zero) await Task.Delay(options.DownloadPause, options.Time, cancellation);
            await FetchAsync(pass, why, cancellation);
        }

        phone.Change(state => state with { Tags = state.Tags.SetItem(topic, tag) });
    }

    private bool Show(HeldPass before, HeldPass after, FetchReason why)
    {
        var now = options.Time.GetUtcNow();
        // The first answer over the web service may bring the date that the package came without.
        var changed = before.ManifestHash != after.ManifestHash;
        var notifications = why != FetchReason.PulledDown ? PassChange.Notifications(before, after, now).ToList() : [];
        phone.Change(state => state.Find(after.PassTypeIdentifier, after.SerialNumber) is not { } held ? state : state.With(notifications).With(after with
        {
            Registration = held.Registration,
            UpdatedAt = changed ? now : held.UpdatedAt,
        }));
        if (!changed) return Unchanged(before, why);
        phone.Tell(PhoneEventKind.Updated, after.PassTypeIdentifier, after.SerialNumber);
        foreach (var said in notifications) phone.Tell(PhoneEventKind.Notified, said.PassTypeIdentifier, said.SerialNumber, said.Text);
        return true;
    }

    private bool Unchanged(HeldPass pass, FetchReason why)
    {
        phone.Tell(PhoneEventKind.Unchanged, pass.PassTypeIdentifier, pass.SerialNumber);
        if (why == FetchReason.ListedSinceTag) phone.Complain(pass, Complaints.Unchanged(pass));
        return false;
    }

    private bool Complain(HeldPass pass, string error)
    {
        phone.Complain(pass, Complaints.Get(pass, error));
        return false;
    }
}

/// <summary>What makes a phone fetch a pass.</summary>
internal enum FetchReason
{
    /// <summary>Its owner pulled down on it: no notification, and no surprise when nothing changed.</summary>
    PulledDown,

    /// <summary>It was listed to a phone that had no tag yet, which is told everything.</summary>
    FirstList,

    /// <summary>It was listed as changed since the phone's tag: if it did not change, Wallet complains.</summary>
    ListedSinceTag,
}
