namespace Wallet.Simulator.Phones;

/// <summary>What a new version of a pass says on the lock screen.</summary>
internal static class PassChange
{
    /// <summary>One notification for each field that both versions have, whose value differs and that has a change message.</summary>
    public static IEnumerable<PhoneNotification> Notifications(HeldPass before, HeldPass after, DateTimeOffset at) =>
        from field in after.Fields
        where before[field.Key] is { } old && old != field.Value
        let message = field.ChangeMessage
        where message is not null
        select new PhoneNotification(
            at,
            after.PassTypeIdentifier,
            after.SerialNumber,
            field.Key,
            message.Replace("%@", field.Value, StringComparison.Ordinal));
}
