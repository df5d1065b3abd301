namespace Portal.Data.Tests.Tags;

/// <summary>One history of chance, replayed by its seed.</summary>
internal sealed class TagHistory
{
    private readonly TagWorld _world;
    private readonly Random _chance;
    private readonly CancellationToken _cancelled;
    private readonly List<TagPhone> _phones;
    private readonly TagModel _model;
    private List<TagPass> _passes = [];
    private (byte[] File, List<TagPass> Passes)? _backup;

    private TagHistory(TagWorld world, int seed, CancellationToken cancellationToken)
    {
        (_world, _cancelled) = (world, cancellationToken);
        _chance = new Random(seed);
        _phones = [.. Enumerable.Range(0, _chance.Next(1, 4)).Select(_ => new TagPhone())];
        _model = new TagModel(seed);
    }

    private TagPass AnyPass => _passes[_chance.Next(_passes.Count)];

    private TagPhone AnyPhone => _phones[_chance.Next(_phones.Count)];

    /// <summary>Plays it and fails where the portal differs from the model.</summary>
    /// <returns>How many steps it had.</returns>
    public static async Task<int> RunAsync(TagWorld world, int seed, CancellationToken cancellationToken)
    {
        await world.BeginAsync(cancellationToken);
        var history = new TagHistory(world, seed, cancellationToken);
        for (var pass = history._chance.Next(1, 5); pass > 0; pass--)
            await history.IssueAsync();
        var steps = history._chance.Next(6, 16);
        for (var step = 0; step < steps; step++)
            await history.StepAsync();
        await history.AllHoldTheNewestAsync();
        return steps;
    }

    private Task StepAsync() => _chance.Next(20) switch
    {
        < 4 => EditAsync(),
        4 => PublishAsync(),
        < 8 => AtOnceAsync(),
        < 12 => AddAsync(AnyPhone, AnyPass),
        12 => SwitchOffAndOnAsync(AnyPhone),
        13 => RemoveAsync(AnyPhone),
        < 17 => SyncAsync(AnyPhone),
        17 => JumpAsync(),
        18 => IssueAsync(),
        _ => BackupOrRestoreAsync(),
    };

    private async Task IssueAsync() => _passes.Add(await _world.IssueAsync(_chance.Next(2), _cancelled));

    private async Task EditAsync()
    {
        var pass = AnyPass;
        _model.Edited(pass, await _world.EditAsync(pass, _cancelled));
    }

    private async Task PublishAsync()
    {
        var design = _chance.Next(2);
        _model.Published(design, await _world.PublishAsync(design, _cancelled));
    }

    // Several people save, and a phone asks in the midst of it.
    private async Task AtOnceAsync()
    {
        var (phone, before) = (AnyPhone, _model.LastTag);
        List<TagPass> passes = [.. Enumerable.Range(0, _chance.Next(2, 5)).Select(_ => AnyPass)];
        var edits = passes.ConvertAll(pass => Task.Run(() => _world.EditAsync(pass, _cancelled)));
        var list = Task.Run(() => _world.ListAsync(phone.Device, phone.Tag?.ToString(), _cancelled));
        var saved = await Task.WhenAll(edits);
        foreach (var (pass, edit) in passes.Zip(saved).OrderBy(pair => pair.Second.Tag.Number))
            _model.Edited(pass, edit);
        _model.Check(saved.All(edit => edit.Tag.Number > before), "a tag was drawn that is not after the tags before it");
        await FollowAsync(phone, await list);
    }

    // A crash may lose that it was downloaded.
    private async Task AddAsync(TagPhone phone, TagPass pass)
    {
        phone.Held[pass.Id] = await _world.DownloadAsync(pass, crashes: _chance.Next(4) == 0, _cancelled);
        await MeanwhileAsync(phone, pass);
        await _world.RegisterAsync(phone.Device, pass, _cancelled);
        phone.RegisteredSince.Add(pass.Id);
    }

    private async Task SwitchOffAndOnAsync(TagPhone phone)
    {
        if (_passes.Find(pass => phone.Held.ContainsKey(pass.Id)) is not { } pass)
            return;
        await _world.EndAsync(phone.Device, pass, _cancelled);
        await MeanwhileAsync(phone, pass);
        await _world.RegisterAsync(phone.Device, pass, _cancelled);
        phone.RegisteredSince.Add(pass.Id);
    }

    // The pass may change, and the phone be given a tag past that change for another of its passes.
    private async Task MeanwhileAsync(TagPhone phone, TagPass pass)
    {
        if (_chance.Next(2) == 0)
            return;
        _model.Edited(pass, await _world.EditAsync(pass, _cancelled));
        for (var other = _chance.Next(3); other > 0; other--)
            await EditAsync();
        await SyncAsync(phone);
    }

    private async Task RemoveAsync(TagPhone phone)
    {
        if (_passes.Find(pass => phone.Held.ContainsKey(pass.Id)) is not { } pass)
            return;
        await _world.EndAsync(phone.Device, pass, _cancelled);
        phone.Held.Remove(pass.Id);
    }

    private async Task SyncAsync(TagPhone phone) => await FollowAsync(phone, await _world.ListAsync(phone.Device, phone.Tag?.ToString(), _cancelled));

    private async Task FollowAsync(TagPhone phone, (UpdateTag Tag, IReadOnlyList<long> Passes)? list)
    {
        if (list is not { } told)
            return;
        foreach (var passId in told.Passes)
        {
            _model.Check(_model.MayNeed(phone, _passes.Find(pass => pass.Id == passId)), $"a phone was told of pass {passId}, which did not change since its tag");
            if (_chance.Next(8) == 0)
                await EditAsync();
            if (phone.Held.ContainsKey(passId))
                phone.Held[passId] = await _world.ReadAsync(passId, _cancelled);
        }

        // A phone that dies here comes again with its old tag.
        if (_chance.Next(8) == 0)
            return;
        phone.Tag = told.Tag;
        phone.RegisteredSince.Clear();
    }

    private Task JumpAsync()
    {
        TimeSpan[] jumps = [TimeSpan.FromHours(1), TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.FromDays(-1)];
        _world.Time.Jump(jumps[_chance.Next(jumps.Length)]);
        return Task.CompletedTask;
    }

    private async Task BackupOrRestoreAsync()
    {
        if (!_world.CanRestore)
        {
            await _world.BeginNewEpochAsync(_cancelled);
        }
        else if (_backup is { } backup)
        {
            await _world.RestoreAsync(backup.File, _cancelled);
            _passes = backup.Passes;
            _backup = null;
        }
        else
        {
            _backup = (await _world.BackupAsync(_cancelled), [.. _passes]);
            return;
        }

        _model.BeginEpoch();
    }

    private async Task AllHoldTheNewestAsync()
    {
        foreach (var phone in _phones)
        {
            // Whoever died in the midst of it, or met another edit, comes again.
            for (var turn = 0; turn < 20 && await _world.ListAsync(phone.Device, phone.Tag?.ToString(), _cancelled) is { } told; turn++)
                await FollowAsync(phone, told);
            _model.Check(
                await _world.ListAsync(phone.Device, phone.Tag?.ToString(), _cancelled) is null, "a phone is told the same again and again");
            foreach (var passId in (await _world.RegisteredAsync(phone.Device, _cancelled)).Where(phone.Held.ContainsKey))
            {
                var newest = await _world.ReadAsync(passId, _cancelled);
                _model.Check(phone.Held[passId] == newest, $"a phone holds {phone.Held[passId]} of pass {passId}, whose newest is {newest}");
            }
        }
    }
}
