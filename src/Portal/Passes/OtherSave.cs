using Portal.Data.Passes;

namespace Portal.Passes;

/// <summary>A save of a pass by somebody, and the values it left.</summary>
public sealed record OtherSave(string Who, DateTimeOffset At, PassValues Values)
{
    public Guid ChangeId { get; init; }
}
