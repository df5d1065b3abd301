namespace Portal.Certificates;

/// <summary>Phones of a pass type that are not pushed any more, because Apple called their push tokens dead.</summary>
/// <param name="Count">How many.</param>
/// <param name="Since">When the first of them was retired.</param>
public sealed record RetiredPhones(int Count, DateTimeOffset Since)
{
    /// <summary>How long a mistake may go unseen and its retirements still be undone; counted back from a stop where there is one.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(7);
}
