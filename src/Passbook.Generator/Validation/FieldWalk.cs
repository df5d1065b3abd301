using System.Runtime.InteropServices;

namespace Passbook.Generator;

/// <summary>Walks through all fields of a pass, style by style and event by event, without allocating for a pass of styles only.</summary>
[StructLayout(LayoutKind.Auto)]
internal ref struct FieldWalk(Pass pass)
{
    public const string Header = "headerFields";
    public const string Primary = "primaryFields";
    public const string Secondary = "secondaryFields";
    public const string Auxiliary = "auxiliaryFields";
    public const string Back = "backFields";
    public const string AdditionalInfo = "additionalInfoFields";
    public const string Footer = "footerFields";

    private const int StyleCount = 6;
    private const int GroupCount = 7;

    private PassFields? _fields;
    private ReadOnlySpan<PassField> _list;
    private string _owner = "";
    private string _group = "";
    private int _nextOwner;
    private int _nextGroup = GroupCount;
    private int _index = -1;

    public readonly FieldPlace Current => new(_list[_index], _owner, _group, _index);

    public readonly FieldWalk GetEnumerator() => this;

    public bool MoveNext()
    {
        while (++_index >= _list.Length)
        {
            if (_nextGroup == GroupCount && !TakeOwner())
                return false;
            TakeGroup();
        }

        return true;
    }

    private bool TakeOwner()
    {
        while (_nextOwner < StyleCount + pass.UpcomingPassInformation.Count)
        {
            (_owner, _fields) = _nextOwner++ switch
            {
                0 => ("boardingPass", pass.BoardingPass),
                1 => ("coupon", pass.Coupon),
                2 => ("eventTicket", pass.EventTicket),
                3 => ("generic", pass.Generic),
                4 => ("storeCard", pass.StoreCard),
                5 => ("posterGeneric", pass.PosterGeneric),
                var next => OfEvent(next - StyleCount),
            };
            _nextGroup = 0;
            if (_fields is not null)
                return true;
        }

        return false;
    }

    private readonly (string Owner, PassFields Fields) OfEvent(int index)
    {
        var upcoming = pass.UpcomingPassInformation[index];
        return ($"upcomingPassInformation[{index}]", new PassFields { AdditionalInfoFields = upcoming.AdditionalInfoFields, BackFields = upcoming.BackFields });
    }

    private void TakeGroup()
    {
        (_group, var list) = _nextGroup++ switch
        {
            0 => (Header, _fields!.HeaderFields),
            1 => (Primary, _fields!.PrimaryFields),
            2 => (Secondary, _fields!.SecondaryFields),
            3 => (Auxiliary, _fields!.AuxiliaryFields),
            4 => (Back, _fields!.BackFields),
            5 => (AdditionalInfo, _fields!.AdditionalInfoFields),
            _ => (Footer, _fields!.FooterFields),
        };
        _list = list.AsSpan();
        _index = -1;
    }
}
