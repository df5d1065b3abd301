using System.Globalization;
using Portal.Data.Passes;
using Portal.Passes;
using Portal.Testing.Builders;

namespace Portal.Tests.Passes;

public sealed class PassDraftTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PassDraft _draft = new(Documents.LoyaltyCard, Values("120"), CultureInfo.InvariantCulture);

    private DraftField Points => _draft.Fields.Single(box => box.Field.Id == "points");

    [Fact]
    public void A_field_that_both_changed_keeps_what_was_typed_and_says_who_saved_what()
    {
        Points.Typed = "130";
        var anna = Save("Anna", "150");

        _draft.Rebase(anna.Values, [anna]);

        Assert.Equal((anna, "saved 150"), (Points.Theirs, Points.TheirWords));
        Assert.Equal(("130", "130"), (Points.Typed, _draft.Values.Fields["points"]));
        Assert.Equal(Points, Assert.Single(_draft.Colliding));
        Assert.Equal("Choose whose value stands first: Points.", CollisionWords.WaitsFor(_draft));
    }

    [Fact]
    public void Taking_theirs_gives_up_what_was_typed()
    {
        Points.Typed = "many";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);

        Points.TakeTheirs();

        Assert.Equal(("150", null, false), (Points.Typed, Points.Theirs, _draft.IsChanged));
        Assert.True(_draft.IsValid);
    }

    [Fact]
    public void Keeping_ones_own_lets_it_be_saved_over_theirs()
    {
        Points.Typed = "130";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);

        Points.KeepOwn();

        Assert.Null(CollisionWords.WaitsFor(_draft));
        Assert.Equal([KeyValuePair.Create<string, string?>("points", "130")], _draft.Edits);
    }

    [Fact]
    public void A_field_nobody_typed_into_is_taken_over_without_a_question()
    {
        _draft.Fields[0].Typed = "Mia Berg";
        var anna = Save("Anna", "150");

        _draft.Rebase(anna.Values, [anna]);

        Assert.Empty(_draft.Colliding);
        Assert.Equal("150", Points.Typed);
        Assert.Equal([KeyValuePair.Create<string, string?>("holder", "Mia Berg")], _draft.Edits);
    }

    [Fact]
    public void The_one_who_saved_the_field_is_named_and_not_the_one_who_saved_last()
    {
        Points.Typed = "130";
        var anna = Save("Anna", "150");
        var bob = new OtherSave("Bob", Noon, anna.Values.With([KeyValuePair.Create<string, string?>("level", "Gold")]));

        _draft.Rebase(bob.Values, [anna, bob]);

        Assert.Equal("Anna", Points.Theirs?.Who);
        Assert.StartsWith("Anna, Bob changed this pass meanwhile.", CollisionWords.Note([anna, bob], _draft), StringComparison.Ordinal);
    }

    [Fact]
    public void A_save_that_changed_the_field_and_took_it_back_collides_with_nothing()
    {
        Points.Typed = "130";
        _draft.Rebase(Values("120"), [Save("Anna", "150"), Save("Bob", "120")]);
        Assert.Empty(_draft.Colliding);
    }

    [Fact]
    public void The_same_value_typed_by_both_is_no_collision()
    {
        Points.Typed = "150";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);
        Assert.Empty(_draft.Colliding);
        Assert.False(_draft.IsChanged);
    }

    [Fact]
    public void Typing_what_they_saved_decides_it()
    {
        Points.Typed = "130";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);
        Points.Typed = "150";
        Assert.Empty(_draft.Colliding);
    }

    [Fact]
    public void A_second_save_of_the_field_is_asked_about_anew()
    {
        Points.Typed = "130";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);
        Points.KeepOwn();
        var bob = Save("Bob", null);

        _draft.Rebase(bob.Values, [bob]);

        Assert.Equal(("Bob", "let it follow the design (0)"), (Points.Theirs?.Who, Points.TheirWords));
    }

    [Fact]
    public void What_was_typed_stays_when_the_design_is_published_meanwhile()
    {
        Points.Typed = "130";
        _draft.Fields[0].Typed = "Mia Berg";
        var anna = Save("Anna", "150");
        _draft.Rebase(anna.Values, [anna]);
        var version = Documents.LoyaltyCard with { Fields = [.. Documents.LoyaltyCard.Fields.Where(field => field.Id != "holder")] };

        var draft = _draft.Under(version);

        var points = draft.Fields.Single(box => box.Field.Id == "points");
        Assert.Equal(("130", anna), (points.Typed, points.Theirs));
        Assert.Equal([KeyValuePair.Create<string, string?>("points", "130")], draft.Edits);
        Assert.True(_draft.IsChanged);
    }

    private static OtherSave Save(string who, string? points) => new(who, Noon, Values(points));

    private static PassValues Values(string? points) => PassValues.Of([KeyValuePair.Create("holder", "Mia Lind")])
        .With([KeyValuePair.Create("points", points)]);
}
