namespace Portal.Data.Tests.Tags;

/// <summary>What has to hold, kept in memory beside the database: the last tag of each pass and design in this epoch.</summary>
internal sealed class TagModel(int seed)
{
    private readonly Dictionary<long, long> _passes = [];
    private readonly Dictionary<int, long> _designs = [];
    private string? _epoch;

    /// <summary>The highest tag drawn in this epoch, 0 before the first.</summary>
    public long LastTag { get; private set; }

    public void Edited(TagPass pass, Edit edit)
    {
        Drawn(edit.Tag);
        _passes[pass.Id] = edit.Tag.Number;
    }

    public void Published(int design, Edit edit)
    {
        Drawn(edit.Tag);
        _designs[design] = edit.Tag.Number;
    }

    public void BeginEpoch()
    {
        _passes.Clear();
        _designs.Clear();
        (_epoch, LastTag) = (null, 0);
    }

    /// <summary>Whether a phone may be told of a pass: it changed, or was registered, since the phone's tag, or that tag is of another epoch.</summary>
    public bool MayNeed(TagPhone phone, TagPass? pass) =>
        pass is null
        || phone.Tag is not { } tag
        || (_epoch is not null && tag.Epoch != _epoch)
        || phone.RegisteredSince.Contains(pass.Id)
        || _epoch is null
        || Math.Max(_passes.GetValueOrDefault(pass.Id), _designs.GetValueOrDefault(pass.Design)) > tag.Number;

    /// <summary>Fails with the seed that plays this history again.</summary>
    public void Check(bool holds, string problem) => Assert.True(holds, $"{problem}; history {seed}");

    private void Drawn(UpdateTag tag)
    {
        Check(tag.Number > LastTag, $"tag {tag} was drawn after {LastTag}");
        Check(_epoch is null || tag.Epoch == _epoch, $"tag {tag} is of another epoch than {_epoch}");
        (_epoch, LastTag) = (tag.Epoch, tag.Number);
    }
}
