namespace Portal.Data.Tests.Tags;

/// <summary>A clock somebody sets to and fro.</summary>
internal sealed class JumpingTime : TimeProvider
{
    private DateTimeOffset _now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public void Jump(TimeSpan by) => _now += by;

    public override DateTimeOffset GetUtcNow() => _now;
}
